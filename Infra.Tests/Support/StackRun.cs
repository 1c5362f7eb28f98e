using Infra.Sandbox.Evaluation;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Support;

/// <summary>One evaluation of the whole stack, or of a single component, with <see cref="MockedProvider"/>.</summary>
internal sealed class StackRun
{
    private static readonly ResourceNames Names = new("shop", "dev");

    private readonly MockedProvider _provider;

    private StackRun(MockedProvider provider, IReadOnlyList<RegisteredResource> resources) =>
        (_provider, Resources) = (provider, resources);

    /// <summary>All registered resources except the stack itself, in order of registration.</summary>
    public IReadOnlyList<RegisteredResource> Resources { get; }

    /// <summary>The stack; null if one component was evaluated.</summary>
    public InfraStack? Stack { get; private init; }

    public IReadOnlyCollection<MockCallArgs> Calls => _provider.Calls;

    /// <summary>The whole stack.</summary>
    public static async Task<StackRun> Of(StackConfig config, bool isPreview = false, string stack = "dev")
    {
        InfraStack? created = null;
        var run = await Run(options => created = new InfraStack(config, options), isPreview, stack);
        return new StackRun(run._provider, run.Resources) { Stack = created };
    }

    /// <summary>The resources that the given code creates for an application named "shop" in eu-central-1.</summary>
    public static Task<StackRun> OfComponent(Action<StackContext> create, bool isPreview = false) => Run(
        options => new ComponentHost(options, () => create(Context())), isPreview, "dev");

    public static StackContext Context() => new()
    {
        Names = Names,
        Tags = new ResourceTags(Names, new Dictionary<string, string>()),
        Region = "eu-central-1",
        AccountId = Pulumi.Output.Create(MockedProvider.AccountId),
    };

    public IReadOnlyList<RegisteredResource> All<T>()
        where T : Resource => [.. Resources.Where(resource => resource.Resource is T)];

    /// <summary>The only resource of a type.</summary>
    public RegisteredResource Single<T>()
        where T : Resource => Assert.Single(All<T>());

    public RegisteredResource Find<T>(string name)
        where T : Resource => Assert.Single(All<T>(), resource => resource.Name == name);

    /// <summary>The only component of a type, for what it gives to others.</summary>
    public T Component<T>()
        where T : ComponentResource => (T)Single<T>().Resource;

    /// <summary>A stack output; null where it is null or unknown.</summary>
    public async Task<object?> Output(string name) =>
        _provider.StackOutputs.TryGetValue(name, out var output) ? await OutputUtilities.GetValueAsync(output) : null;

    public IEnumerable<string> OutputNames => _provider.StackOutputs.Keys;

    private static async Task<StackRun> Run(Func<StackOptions, Pulumi.Stack> create, bool isPreview, string stack)
    {
        var provider = new MockedProvider(isPreview);
        var recorder = new ResourceRecorder();
        await StackEvaluator.RunAsync(
            new TestOptions { ProjectName = "app", StackName = stack, IsPreview = isPreview }, provider.Mocks, recorder, create);
        return new StackRun(
            provider, [.. recorder.Resources.Select(resource => new RegisteredResource(resource, provider.InputsOf(resource.Key)))]);
    }

    private sealed class ComponentHost : Pulumi.Stack
    {
        public ComponentHost(StackOptions options, Action create)
            : base(options) => create();
    }
}
