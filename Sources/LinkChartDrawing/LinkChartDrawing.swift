// LinkChartDrawing
