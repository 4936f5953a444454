"""Every page put together from what the library holds, with what it says of its review."""
