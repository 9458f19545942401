"""The rules of the house, pure: no Qt, no SQL, no SIP. Anything here can be tested with values alone."""
