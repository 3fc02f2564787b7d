"""Settings: base is shared; dev runs on embedded defaults; production asks only the environment; test is fast."""
