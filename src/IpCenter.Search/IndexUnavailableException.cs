namespace IpCenter.Search;

/// <summary>The index cannot answer now; what can be done about it depends on the kind. The index is derived, nothing is lost.</summary>
/// <param name="message">Why.</param>
public abstract class IndexUnavailableException(string message) : Exception(message);
