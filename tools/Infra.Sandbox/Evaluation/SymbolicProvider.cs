using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Sandbox.Evaluation.Awsx;
using Infra.Sandbox.Graph;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Sandbox.Evaluation;

/// <summary>A mock of AWS that returns symbols for the values AWS would generate.</summary>
internal sealed class SymbolicProvider(ResourceRecorder recorder) : IMocks
{
    private readonly ConcurrentDictionary<ResourceKey, PropertyValue.Map> _inputs = [];
    private readonly NumberSymbols _numbers = new();

    public ProviderFunctions Functions { get; } = new();

    /// <summary>The outputs of the stack, available when its program has finished.</summary>
    public ImmutableDictionary<string, Output<object?>> StackOutputs { get; private set; } = ImmutableDictionary<string, Output<object?>>.Empty;

    /// <summary>The known inputs of a resource, with values that are secret by nature marked.</summary>
    public PropertyValue.Map InputsOf(ResourceKey key) => _inputs[key];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var key = new ResourceKey(args.Type!, args.Name!);
        var inputs = _numbers.Restore(PlainValues.Of(args.Inputs));
        _inputs[key] = inputs;

        return Task.FromResult<(string?, object)>((key.Type, recorder.Find(key)) switch
        {
            (AwsxVpcExpansion.Type, _) => (null, AwsxVpcExpansion.Of(key.Name, inputs).Outputs),
            (_, ComponentResource) => (null, args.Inputs),
            (_, var resource) => (IdOf(key, args.Id), ResourceOutputs.Of(resource, key, args.Inputs, _numbers)),
        });
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(Functions.Call(args.Token!, args.Args));

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        if (args.Urn.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal))
        {
            StackOutputs = args.Outputs;
        }

        return Task.CompletedTask;
    }

    private static string IdOf(ResourceKey key, string? existingId) =>
        string.IsNullOrEmpty(existingId) ? new Symbol(key, "id").ToString() : existingId;
}
