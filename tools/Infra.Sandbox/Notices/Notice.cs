using System.Collections.Immutable;
using Infra.Sandbox.Checks;
using Infra.Sandbox.Graph;
using Infra.Stack;

namespace Infra.Sandbox.Notices;

/// <summary>A remark for reviewers on something that may be intended, as a sentence after the key.</summary>
internal sealed record Notice(string Key, string Message)
{
    public override string ToString() => $"{Key}: {Message}";
}

/// <summary>The notices of a stack.</summary>
internal static class StackNotices
{
    /// <summary>All notices: access, then data, then availability.</summary>
    public static ImmutableArray<Notice> Of(ResourceGraph graph, StackConfig config)
    {
        var context = new CheckContext(graph, config);
        return [.. AccessNotices.Of(context).Concat(DataNotices.Of(context)).Concat(AvailabilityNotices.Of(context)).Distinct()];
    }
}
