using System.Globalization;

namespace Infra.Stack.Quotas;

/// <summary>Numbers with what they count.</summary>
internal static class Counted
{
    /// <summary>"1 port", "2 ports".</summary>
    public static string Of(int count, string one) => Of(count, one, $"{one}s");

    public static string Of(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
