"""What is proposed, done: placed in a text, as far as nothing comes up by it."""
