using System.Reflection;
using Infra.Configuration;
using Infra.Planning;
using Pulumi;

namespace Infra.Components;

/// <summary>
/// Tags every resource that takes tags, in one place, so that none can be forgotten. The Name tag follows from the logical
/// name, because what operators look for in the console is what they read in the preview.
/// </summary>
internal static class Tagging
{
    /// <summary>Stack options that also tag.</summary>
    public static StackOptions AddTo(StackOptions options, StackConfig config)
    {
        var names = new ResourceNames(config.Name, Deployment.Instance.StackName);
        // First, so that what a test or the sandbox looks at is what would be sent.
        options.ResourceTransformations.Insert(0, Transformation(names, config.Tags));
        return options;
    }

    private static ResourceTransformation Transformation(ResourceNames names, IReadOnlyDictionary<string, string> tags) => args =>
    {
        if (TagsOf(args.Args) is not { } property)
        {
            return null;
        }

        var all = new InputMap<string>
        {
            ["Application"] = names.Application,
            ["Stack"] = names.Stack,
            ["Name"] = names.Tag(args.Resource.GetResourceName()),
        };
        foreach (var (key, value) in tags)
        {
            all[key] = value;
        }

        property.SetValue(args.Args, all);
        return new ResourceTransformationResult(args.Args, args.Options);
    };

    private static PropertyInfo? TagsOf(ResourceArgs args) =>
        args.GetType().GetProperty("Tags") is { } property && property.PropertyType == typeof(InputMap<string>) ? property : null;
}
