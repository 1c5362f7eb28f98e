using System.Collections.Immutable;
using Infra.Sandbox.Evaluation.Awsx;
using Infra.Sandbox.Graph;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Sandbox.Evaluation;

/// <summary>Builds the graph from the recorded resources.</summary>
internal sealed class GraphBuilder(string project, string stack, ResourceRecorder recorder, SymbolicProvider provider)
{
    private const string StackType = "pulumi:pulumi:Stack";

    private readonly ResourceKey _root = new(StackType, $"{project}-{stack}");
    private readonly List<ResourceNode> _nodes = [];
    private readonly HashSet<ResourceKey> _protected = [];

    /// <param name="outputNames">The outputs that the stack declares; the SDK does not send those that are null.</param>
    public async Task<ResourceGraph> BuildAsync(IEnumerable<string> outputNames)
    {
        Add(new ResourceNode { Key = _root, Parent = null, IsComponent = true });
        foreach (var resource in recorder.Resources)
        {
            var node = await NodeOf(resource);
            Add(node);
            if (node.Key.Type == AwsxVpcExpansion.Type)
            {
                _nodes.AddRange(AwsxVpcExpansion.Of(node.Key.Name, node.Inputs).Resources);
            }
        }

        return new ResourceGraph
        {
            Project = project,
            Stack = stack,
            Resources = InTreeOrder(),
            Lookups = provider.Functions.Lookups,
            Outputs = await OutputsOf(outputNames),
        };
    }

    private void Add(ResourceNode node)
    {
        _nodes.Add(node);
        if (node.Settings.Protect)
        {
            _protected.Add(node.Key);
        }
    }

    private ImmutableArray<ResourceNode> InTreeOrder()
    {
        var children = _nodes.Skip(1).ToLookup(node => node.Parent!.Value);
        return [.. Below(_nodes[0])];

        IEnumerable<ResourceNode> Below(ResourceNode node) => children[node.Key].SelectMany(Below).Prepend(node);
    }

    private async Task<ResourceNode> NodeOf(RecordedResource resource) => new()
    {
        Key = resource.Key,
        Parent = ParentOf(resource.Options),
        IsComponent = resource.Resource is ComponentResource,
        Inputs = await InputsOf(resource),
        Sources = await InputSources.OfAsync(resource.Args),
        Settings = await SettingsOf(resource.Options),
    };

    private ResourceKey ParentOf(ResourceOptions options) =>
        options.Parent is { } parent and not Pulumi.Stack ? ResourceRecorder.KeyOf(parent) : _root;

    private async Task<PropertyValue.Map> InputsOf(RecordedResource resource)
    {
        var inputs = provider.InputsOf(resource.Key);
        var marked = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var (name, argument) in ArgumentReader.SetArguments(resource.Args))
        {
            if (inputs.Find(name) is { } value)
            {
                if (value is not PropertyValue.Secret && await ArgumentState.IsSecretAsync(argument))
                {
                    marked.Add(new(name, new PropertyValue.Secret(value)));
                }
            }
            else if (await ArgumentState.IsUnknownAsync(argument))
            {
                marked.Add(new(name, PropertyValue.Unknown.Value));
            }
        }

        return inputs.With(marked);
    }

    private async Task<ResourceSettings> SettingsOf(ResourceOptions options)
    {
        var dependsOn = await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput());
        return new ResourceSettings
        {
            DependsOn = dependsOn.IsDefault ? [] : [.. dependsOn.Select(ResourceRecorder.KeyOf)],
            // Children of a protected resource inherit its protection unless they override it.
            Protect = options.Protect ?? _protected.Contains(ParentOf(options)),
            DeleteBeforeReplace = (options as CustomResourceOptions)?.DeleteBeforeReplace,
            RetainOnDelete = options.RetainOnDelete ?? false,
            IgnoreChanges = [.. options.IgnoreChanges],
            CreateTimeout = options.CustomTimeouts?.Create,
            UpdateTimeout = options.CustomTimeouts?.Update,
            DeleteTimeout = options.CustomTimeouts?.Delete,
        };
    }

    // The SDK does not send an output without a value.
    private async Task<PropertyValue.Map> OutputsOf(IEnumerable<string> names)
    {
        var outputs = new List<KeyValuePair<string, PropertyValue>>();
        foreach (var name in names)
        {
            if (provider.StackOutputs.TryGetValue(name, out var output))
            {
                outputs.Add(new(name, await ValueOf(output)));
            }
        }

        return PropertyValue.Map.Of(outputs);
    }

    private static async Task<PropertyValue> ValueOf(Output<object?> output)
    {
        var value = await OutputUtilities.GetIsKnownAsync(output)
            ? PlainValues.Of(await OutputUtilities.GetValueAsync(output))
            : PropertyValue.Unknown.Value;
        return await Output.IsSecretAsync(output) ? new PropertyValue.Secret(value) : value;
    }
}
