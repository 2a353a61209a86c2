// LinkChartFormats
