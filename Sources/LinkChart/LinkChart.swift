// One import for all of LinkChart's library.
@_exported public import LinkChartAnalytics
@_exported public import LinkChartDrawing
@_exported public import LinkChartFormats
@_exported public import LinkChartModel
@_exported public import LinkChartResolution
