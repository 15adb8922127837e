"""Maps and charts drawn as SVG, and as images, from what was shown."""
