"""Speed and scale, each figure beside a plain piece of work of the same run."""
