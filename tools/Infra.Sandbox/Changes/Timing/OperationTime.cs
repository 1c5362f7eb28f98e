namespace Infra.Sandbox.Changes.Timing;

/// <summary>Typical seconds of the operations on a type.</summary>
/// <param name="Create">Seconds to create.</param>
/// <param name="Update">Seconds to update in place.</param>
/// <param name="Delete">Seconds to delete.</param>
internal readonly record struct OperationTime(int Create, int Update, int Delete);
