"""The workshop stick: what a facilitator hands out in a room without internet."""
