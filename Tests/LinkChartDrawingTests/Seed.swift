// LinkChartDrawingTests
