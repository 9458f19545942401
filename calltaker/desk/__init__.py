"""Controllers of the window: QObjects without widgets. They decide; views show and report."""
