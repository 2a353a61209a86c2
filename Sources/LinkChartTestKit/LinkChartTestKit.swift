// LinkChartTestKit
