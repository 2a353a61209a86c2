// LinkChart
