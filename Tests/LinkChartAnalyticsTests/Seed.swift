// LinkChartAnalyticsTests
