namespace Infra.Planning;

/// <summary>What EventBridge makes of an event before it tells of it.</summary>
internal static class NoticeTemplate
{
    /// <summary>
    /// The problem and the facts by name, one on each line. As JSON, since EventBridge then escapes what stands in a fact: the
    /// reason why an image could not be pulled is full of quotes.
    /// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
    /// </summary>
    public static string Of(string problem, IEnumerable<string> facts) =>
        $"{{\n  \"problem\": \"{problem}\"{string.Concat(facts.Select(fact => $",\n  \"{fact}\": <{fact}>"))}\n}}";
}
