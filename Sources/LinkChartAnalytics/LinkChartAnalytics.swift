// LinkChartAnalytics
