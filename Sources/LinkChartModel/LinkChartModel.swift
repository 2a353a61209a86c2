// LinkChartModel
