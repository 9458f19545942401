"""How events become rows, one file per subject. Pure: an event and the rows it touches in, the changed rows out."""
