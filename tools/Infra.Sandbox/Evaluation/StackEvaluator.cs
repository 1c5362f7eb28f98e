using System.Reflection;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Graph;
using Infra.Stack;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Sandbox.Evaluation;

/// <summary>Evaluates a stack in this process, without Pulumi and AWS.</summary>
internal static class StackEvaluator
{
    /// <summary>Evaluates the stack of a stack file.</summary>
    /// <param name="project">The project the stack belongs to.</param>
    /// <param name="stack">The name of the stack.</param>
    /// <param name="config">The validated configuration.</param>
    /// <param name="values">The values that the configuration was read from.</param>
    /// <exception cref="RunException">The program failed.</exception>
    public static async Task<ResourceGraph> EvaluateAsync(ProjectFile project, string stack, StackConfig config, ConfigValues values)
    {
        var known = WithSymbols(config, values);
        var graph = await EvaluateAsync(OptionsFor(project, stack), options => new InfraStack(known, options));
        return graph with { Region = config.Region };
    }

    /// <summary>Evaluates any stack.</summary>
    public static async Task<ResourceGraph> EvaluateAsync<TStack>(TestOptions run, Func<StackOptions, TStack> create)
        where TStack : Pulumi.Stack
    {
        var recorder = new ResourceRecorder();
        var provider = new SymbolicProvider(recorder);
        await RunAsync(run, provider, recorder, create);
        return await new GraphBuilder(run.ProjectName!, run.StackName!, recorder, provider).BuildAsync(OutputNames(typeof(TStack)));
    }

    /// <summary>Runs the program of a stack against mocks and records its resources.</summary>
    public static Task RunAsync<TStack>(TestOptions run, IMocks mocks, ResourceRecorder recorder, Func<StackOptions, TStack> create)
        where TStack : Pulumi.Stack
    {
        var options = new StackOptions();
        options.ResourceTransformations.Add(recorder.Record);
        return Deployment.TestWithServiceProviderAsync<TStack>(mocks, new StackFactory(() => create(options)), run);
    }

    private static TestOptions OptionsFor(ProjectFile project, string stack) =>
        new() { ProjectName = project.Name, StackName = stack, RootDirectory = project.Directory, IsPreview = true };

    // An unknown value would make everything that contains it unknown; a symbol does not.
    private static StackConfig WithSymbols(StackConfig config, ConfigValues values) => config with
    {
        SecretValues = config.SecretValues.ToDictionary(
            secret => secret.Key,
            secret => values.Find(secret.Key)?.Text is null
                ? Output.CreateSecret(Symbol.OfConfig(values.Key(secret.Key)).ToString())
                : secret.Value),
    };

    private static IEnumerable<string> OutputNames(Type stack) => stack.GetProperties()
        .Where(property => property.DeclaringType != typeof(Resource))
        .Select(property => (property.Name, Attribute: property.GetCustomAttribute<OutputAttribute>()))
        .Where(property => property.Attribute is not null)
        .Select(property => property.Attribute!.Name ?? property.Name);

    private sealed class StackFactory(Func<object> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}
