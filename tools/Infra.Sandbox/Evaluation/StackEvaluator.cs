using System.Reflection;
using Infra.Configuration.Binding;
using Infra.Configuration.StackFiles;
using Infra.Sandbox.Graph;
using Infra.Stack;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Sandbox.Evaluation;

/// <summary>Runs a stack in this process, without Pulumi and without AWS, and says what it would consist of.</summary>
internal static class StackEvaluator
{
    /// <summary>Runs the stack of a stack file.</summary>
    /// <param name="project">The project the stack belongs to.</param>
    /// <param name="stack">The name of the stack.</param>
    /// <param name="config">The checked configuration.</param>
    /// <param name="values">The values it was read from.</param>
    /// <exception cref="RunException">The program is wrong.</exception>
    public static Task<ResourceGraph> EvaluateAsync(ProjectFile project, string stack, StackConfig config, ConfigValues values)
    {
        var known = WithSymbols(config, values);
        return EvaluateAsync(OptionsFor(project, stack), options => new InfraStack(known, options));
    }

    /// <summary>Runs any stack.</summary>
    public static async Task<ResourceGraph> EvaluateAsync<TStack>(TestOptions run, Func<StackOptions, TStack> create)
        where TStack : Pulumi.Stack
    {
        var recorder = new ResourceRecorder();
        var provider = new SymbolicProvider(recorder);
        var options = new StackOptions();
        options.ResourceTransformations.Add(recorder.Record);

        var factory = new StackFactory(() => create(options));
        _ = await Deployment.TestWithServiceProviderAsync<TStack>(provider, factory, run);
        return await new GraphBuilder(run.ProjectName!, run.StackName!, recorder, provider).BuildAsync(OutputNames(typeof(TStack)));
    }

    private static TestOptions OptionsFor(ProjectFile project, string stack) =>
        new() { ProjectName = project.Name, StackName = stack, RootDirectory = project.Directory, IsPreview = true };

    // An unknown value would take everything around it out of the plan; a symbol stands in its own place.
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
