using System.Collections.Concurrent;
using Infra.Sandbox.Evaluation;
using Infra.Sandbox.Graph;
using Infra.Tests.Stack.Keys;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Stack.Effects;

/// <summary>
/// The inputs of each resource of a stack. An evaluation of another stack ends at the first resource with other inputs, which is
/// much sooner than both have been compared in full.
/// </summary>
internal sealed class StackInputs
{
    private readonly ConcurrentDictionary<ResourceKey, string> _texts = [];

    public static async Task<StackInputs> Of(StackConfig config)
    {
        var inputs = new StackInputs();
        await Evaluate(config, new Provider(inputs._texts.TryAdd));
        return inputs;
    }

    /// <summary>Whether a resource of the other stack has other inputs, or is in one of the two only.</summary>
    public async Task<bool> DifferFrom(StackConfig config)
    {
        var count = 0;
        var provider = new Provider((key, text) =>
        {
            Interlocked.Increment(ref count);
            return _texts.TryGetValue(key, out var before) && before == text;
        });
        try
        {
            await Evaluate(config, provider);
        }
        catch (Exception exception) when (provider.IsStopped && exception is RunException or AggregateException)
        {
        }

        return provider.IsStopped || count != _texts.Count;
    }

    private static Task Evaluate(StackConfig config, Provider provider) => Deployment.TestWithServiceProviderAsync<InfraStack>(
        provider,
        new StackFactory(() => new InfraStack(config, new StackOptions { ResourceTransformations = { provider.Record } })),
        new TestOptions { ProjectName = "dekart", StackName = "dev", IsPreview = true });

    /// <summary>The provider of the sandbox, which stops the program as soon as a resource is not accepted.</summary>
    private sealed class Provider : IMocks
    {
        private readonly ResourceRecorder _recorder = new();
        private readonly SymbolicProvider _provider;
        private readonly Func<ResourceKey, string, bool> _accepts;

        public Provider(Func<ResourceKey, string, bool> accepts) => (_provider, _accepts) = (new SymbolicProvider(_recorder), accepts);

        public bool IsStopped { get; private set; }

        public ResourceTransformationResult? Record(ResourceTransformationArgs args) =>
            IsStopped ? throw new RunException("the stack is another one") : _recorder.Record(args);

        public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            var answer = await _provider.NewResourceAsync(args);
            var key = new ResourceKey(args.Type!, args.Name!);
            IsStopped |= !_accepts(key, StackText.Of(_provider.InputsOf(key)));
            return answer;
        }

        public Task<object> CallAsync(MockCallArgs args) => _provider.CallAsync(args);

        public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
    }

    private sealed class StackFactory(Func<object> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}
