import LinkChartTestKit

/// The seed of this run; failures print it, so that `LINKCHART_SEED` can repeat it.
func freshSeed() -> UInt64 { testSeed() }
