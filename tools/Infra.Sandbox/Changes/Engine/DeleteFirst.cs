using Infra.Sandbox.Changes.Facts;
using Infra.Sandbox.Graph;

namespace Infra.Sandbox.Changes.Engine;

/// <summary>Decides whether a resource is deleted before its replacement is created.</summary>
internal static class DeleteFirst
{
    // Inputs other than name that Pulumi generates. A name it has not generated could not exist twice.
    private static readonly Dictionary<string, string> NameInputs = new(StringComparer.Ordinal)
    {
        ["aws:rds/instance:Instance"] = "identifier",
        ["aws:s3/bucket:Bucket"] = "bucket",
    };

    // Types whose name Pulumi does not generate, or whose provider never looks at names.
    private static readonly HashSet<string> NotNamedByPulumi = new(StringComparer.Ordinal)
    {
        "aws:route53/record:Record",
        "aws:ssm/parameter:Parameter",
    };

    public static bool Applies(ResourceNode wanted) =>
        wanted.Settings.DeleteBeforeReplace ?? (ReplacementFacts.ReasonToDeleteFirst(wanted.Key.Type) is not null || HasNameOfTheProgram(wanted));

    private static bool HasNameOfTheProgram(ResourceNode wanted) =>
        wanted.Key.Type.StartsWith("aws:", StringComparison.Ordinal)
        && !NotNamedByPulumi.Contains(wanted.Key.Type)
        && wanted.Inputs.Find(NameInputs.GetValueOrDefault(wanted.Key.Type, "name")) is not (null or PropertyValue.Null);
}
