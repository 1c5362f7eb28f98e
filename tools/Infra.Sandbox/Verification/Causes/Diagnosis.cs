using System.Collections.Immutable;

namespace Infra.Sandbox.Verification.Causes;

/// <summary>Finds the cause in what AWS says.</summary>
internal static class Diagnosis
{
    /// <param name="key">The key of the service in the stack file, such as <c>app:services.admin</c>.</param>
    /// <param name="evidence">The messages about the deployment.</param>
    /// <param name="secrets">The sources of the secrets, by variable.</param>
    /// <returns>The most likely cause; null if no message is known.</returns>
    public static Cause? Find(string key, IEnumerable<Evidence> evidence, IReadOnlyDictionary<string, string> secrets)
    {
        var matches = evidence
            .Select(item => (item, Found: CauseTable.Find(item.Message)))
            .Where(match => match.Found is not null)
            .Select(match => (Evidence: match.item, Cause: match.Found!))
            .ToImmutableArray();
        return matches
            .GroupBy(match => match.Cause.Id)
            .OrderBy(group => group.First().Cause.IsGeneric)
            .ThenBy(group => group.First().Cause is { IsGeneric: true, Order: var order } ? order : 0)
            .ThenBy(group => group.Min(match => match.Evidence.EvidenceSource))
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.First().Cause.Order)
            .Select(group => CauseOf(
                key,
                group.First().Cause,
                group.MinBy(match => match.Evidence.EvidenceSource).Evidence.Message,
                group.Count(match => match.Evidence.EvidenceSource == EvidenceSource.Task),
                secrets))
            .FirstOrDefault();
    }

    private static Cause CauseOf(string key, KnownCause known, string message, int tasks, IReadOnlyDictionary<string, string> secrets)
    {
        var secret = SecretOf(key, message, secrets);
        return new Cause
        {
            Id = known.Id,
            Message = message.ReplaceLineEndings(" "),
            Tasks = tasks,
            Text = Fill(known.Text),
            Key = Fill(known.Key),
            Fix = Fill(known.Fix),
            Source = known.Source,
        };

        string Fill(string text) => text
            .Replace("{secret}", secret, StringComparison.Ordinal)
            .Replace("{key}", key, StringComparison.Ordinal)
            .Replace("{project}", key.Split(':')[0], StringComparison.Ordinal);
    }

    // Messages name the ARN of the secret, the name of the parameter, or only the JSON key.
    private static string SecretOf(string key, string message, IReadOnlyDictionary<string, string> secrets)
    {
        var named = secrets
            .Where(secret => SecretSource.Parse(secret.Value) is var source
                && (message.Contains(source.Id, StringComparison.Ordinal) || message.Contains(source.Name, StringComparison.Ordinal)
                    || (source.JsonKey.Length > 0 && message.Contains($"json key {source.JsonKey}", StringComparison.Ordinal))))
            .OrderByDescending(secret => SecretSource.Parse(secret.Value) is { JsonKey: { Length: > 0 } json } && message.Contains(json, StringComparison.Ordinal))
            .ThenBy(secret => secret.Key, StringComparer.Ordinal)
            .Select(secret => secret.Key)
            .FirstOrDefault();
        return named is null ? $"{key}.secrets" : $"{key}.secrets.{named}";
    }
}
