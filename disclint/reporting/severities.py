"""What a severity is called."""

from disclint.diagnostics import Severity
from disclint.wording import Wording

SEVERITIES = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.INFO: Wording("提示", "info"),
}
