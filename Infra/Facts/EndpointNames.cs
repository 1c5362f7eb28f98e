using Infra.Configuration.Binding;

namespace Infra.Facts;

/// <summary>The AWS services with interface endpoints.</summary>
internal static class EndpointNames
{
    private static readonly Lazy<FactFile> Known = FactFile.Lazy("endpoint-services");

    public static IEnumerable<string> Names => Known.Value.Rows.SelectMany(row => row).SelectMany(name =>
        name.EndsWith('+') ? [name[..^1], $"{name[..^1]}-fips"] : (string[])[name]);

    public static Finding? Check(string service, string region)
    {
        var names = Names.ToList();
        return names.Contains(service) ? null
            : Suggestion.ForTypo(service, names) is { } meant ? Finding.Error($"{service} does not exist; did you mean {meant}?")
            : Finding.Warning($"{service} is not in the list of endpoint services of {Known.Value.DateText}; make sure that com.amazonaws.{region}.{service} exists");
    }
}
