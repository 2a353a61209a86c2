// LinkChartFormatsTests
