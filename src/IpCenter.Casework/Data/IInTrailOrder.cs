namespace IpCenter.Casework.Data;

/// <summary>
/// A row of which the last one counts. Two may bear the same instant, and ids made in one millisecond have no order: such a row bears
/// the place that the audit trail had reached when it was saved, given by the save itself under the database's write lock.
/// </summary>
internal interface IInTrailOrder
{
    void PlaceAt(long sequence);
}
