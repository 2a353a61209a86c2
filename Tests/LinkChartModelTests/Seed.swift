// LinkChartModelTests
