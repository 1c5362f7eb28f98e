using Infra.Configuration.Binding;

namespace Infra.Facts;

/// <summary>The AWS services that have interface endpoints.</summary>
internal static class EndpointNames
{
    private static readonly Lazy<FactFile> Known = FactFile.Named("endpoint-services");

    public static IEnumerable<string> Names => Known.Value.Rows.SelectMany(row => row).SelectMany(name =>
        name.EndsWith('+') ? [name[..^1], $"{name[..^1]}-fips"] : (string[])[name]);

    public static Verdict? Judge(string service, string region)
    {
        var names = Names.ToList();
        return names.Contains(service) ? null
            : Suggestion.Slip(service, names) is { } meant ? Verdict.Wrong($"{service} does not exist; did you mean {meant}?")
            : Verdict.Unknown($"{service} is not among the endpoint services of {Known.Value.ShownDate}; make sure that com.amazonaws.{region}.{service} exists");
    }
}
