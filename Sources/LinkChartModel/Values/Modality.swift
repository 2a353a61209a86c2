/// How a claimant puts a claim: as true, as likely, as hearsay, as untrue.
///
/// Linguistics calls this the epistemic modality of a statement. It says how the claim was made and is
/// independent of ``Confidence``, which says how far to trust it.
public enum Modality: String, NamedCase {
    /// Stated as a fact.
    case asserted
    /// Stated as a fact that somebody verified.
    case confirmed
    /// Stated as an assessment or a calculation, such as a count in a monitoring report.
    case estimated
    /// Stated as an accusation or hearsay that the claimant doesn't vouch for.
    case alleged
    /// Stated about the future.
    case predicted
    /// Stated as a plan or an offer.
    case proposed
    /// Stated not to be so.
    case negated
    /// Rejected by somebody whom the statement concerns.
    case denied

    /// Whether one claim of this modality makes an edge established.
    ///
    /// Edges without such a claim never enter a metric.
    public var isEstablishing: Bool {
        switch self {
        case .asserted, .confirmed, .estimated: true
        case .alleged, .predicted, .proposed, .negated, .denied: false
        }
    }

    /// Whether a claim of this modality says that the statement holds: the establishing ones and an allegation.
    ///
    /// A prediction and a proposal are about what doesn't hold yet: they neither affirm nor negate.
    public var isAffirming: Bool { isEstablishing || self == .alleged }

    /// Whether a claim of this modality says that the statement does not hold.
    ///
    /// An edge with both an affirming and a negating claim is contested.
    public var isNegating: Bool { self == .negated || self == .denied }
}
