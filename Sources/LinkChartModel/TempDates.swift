// Stands in for Values/Dates until these land: delete this file in the commit that brings them.
public struct EDTFDate: Sendable, Hashable { public func overlaps(_ o: EDTFDate) -> ThreeValued { .unknown } }
public struct RecordedDate: Sendable, Hashable { public var raw: String?; public var date: EDTFDate?; public init(date: EDTFDate) { self.date = date }; public init(normalizing: String) { raw = normalizing } }
public enum SliceMode: Sendable { case possible, certain }
public enum ThreeValued: Sendable { case yes, no, unknown }
