"""A Dask cluster of two worker processes on this machine, for as long as standard input is open.

It prints the address of its scheduler, and then the numbers of the processes.
"""

import sys

from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        workers = [str(nanny.pid) for nanny in cluster.workers.values()]
        sys.stdout.write(" ".join([cluster.scheduler_address, *workers]) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
