"""`calltaker import region`: what a centre brings of its own region, checked and put in its place."""
