using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Sandbox.Graph;
using Moq;
using Pulumi.Testing;

namespace Infra.Tests.Support;

/// <summary>
/// The mocked provider. In a preview, outputs are the inputs of the program, as with the real one; otherwise <see cref="MockedOutputs"/>
/// adds computed outputs. An unexpected lookup throws.
/// </summary>
internal sealed class MockedProvider
{
    public const string AccountId = "123456789012";

    private readonly ConcurrentDictionary<ResourceKey, ImmutableDictionary<string, object>> _inputs = new();
    private readonly ConcurrentQueue<MockCallArgs> _calls = new();
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, Pulumi.Output<object?>>> _outputs = new();

    private readonly bool _isPreview;

    public MockedProvider(bool isPreview)
    {
        _isPreview = isPreview;
        var mock = new Mock<IMocks>(MockBehavior.Strict);
        mock.Setup(mocks => mocks.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns<MockResourceArgs>(Register);
        mock.Setup(mocks => mocks.CallAsync(It.IsAny<MockCallArgs>())).Returns<MockCallArgs>(Call);
        mock.Setup(mocks => mocks.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Returns<MockRegisterResourceOutputsRequest>(RegisterOutputs);
        Mocks = mock.Object;
    }

    public IMocks Mocks { get; }

    /// <summary>The lookups of the program.</summary>
    public IReadOnlyCollection<MockCallArgs> Calls => _calls;

    public ImmutableDictionary<string, object> InputsOf(ResourceKey key) =>
        _inputs.GetValueOrDefault(key, ImmutableDictionary<string, object>.Empty);

    /// <summary>The outputs of the stack itself.</summary>
    public ImmutableDictionary<string, Pulumi.Output<object?>> StackOutputs =>
        _outputs.Single(entry => entry.Key.Contains("::pulumi:pulumi:Stack::", StringComparison.Ordinal)).Value;

    private Task<(string? Id, object State)> Register(MockResourceArgs args)
    {
        _inputs[new ResourceKey(args.Type!, args.Name!)] = args.Inputs;
        return Task.FromResult<(string?, object)>(_isPreview
            ? (null, args.Inputs)
            : (MockedOutputs.Id(args.Type!, args.Name!), MockedOutputs.Of(args.Type!, args.Name!, args.Inputs)));
    }

    private Task<object> Call(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult<object>(MockedOutputs.OfCall(args));
    }

    private Task RegisterOutputs(MockRegisterResourceOutputsRequest request)
    {
        _outputs[request.Urn] = request.Outputs;
        return Task.CompletedTask;
    }
}
