using System.Reflection;
using Pulumi;

namespace Infra.Stack;

/// <summary>
/// Tags every resource that takes tags, in one place, so that none can be forgotten. The Name tag follows from the logical
/// name, because what operators look for in the console is what they read in the preview.
/// </summary>
internal static class Tagging
{
    /// <summary>Stack options that also tag.</summary>
    public static StackOptions AddTo(StackOptions options, StackConfig config)
    {
        var tags = new ResourceTags(new ResourceNames(config.Name, Deployment.Instance.StackName), config.Tags);
        // First, so that what a test or the sandbox looks at is what would be sent.
        options.ResourceTransformations.Insert(0, args => Tag(args, tags));
        return options;
    }

    private static ResourceTransformationResult? Tag(ResourceTransformationArgs args, ResourceTags tags)
    {
        if (TagsOf(args.Args) is not { } property)
        {
            return null;
        }

        property.SetValue(args.Args, Inputs(tags.For(args.Resource.GetResourceName())));
        return new ResourceTransformationResult(args.Args, args.Options);
    }

    private static InputMap<string> Inputs(IReadOnlyDictionary<string, string> tags) => new Dictionary<string, string>(tags);

    private static PropertyInfo? TagsOf(ResourceArgs args) =>
        args.GetType().GetProperty("Tags") is { } property && property.PropertyType == typeof(InputMap<string>) ? property : null;
}
