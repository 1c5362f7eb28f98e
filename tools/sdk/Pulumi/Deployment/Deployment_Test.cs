using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>
    /// Runs a stack against mocks and returns all its resources, the stack among them, in the order of their registration. A
    /// run with errors throws a <see cref="RunException"/>, or an <see cref="AggregateException"/> of several.
    /// </summary>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        TestAsync(mocks, options, () => Task.FromResult<Stack>(Construct<TStack>()));

    /// <summary>As <see cref="TestAsync{TStack}"/>, for a stack that needs constructor arguments.</summary>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return TestAsync(mocks, options, () => Task.FromResult<Stack>(Resolve<TStack>(serviceProvider)));
    }

    /// <summary>Runs a function in place of a stack and returns the resources it declares, and its outputs.</summary>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await TestAsync(testMocks, testOptions, async () =>
        {
            var stack = new Stack();
            outputs = await createResources().ConfigureAwait(false);
            return stack;
        }).ConfigureAwait(false);
        return (resources.RemoveAll(resource => resource is Stack), outputs);
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var result = await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        }).ConfigureAwait(false);
        return result.Resources;
    }

    public static Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Action createResources) =>
        TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    private static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks mocks, TestOptions? options, Func<Task<Stack>> createStack)
    {
        var deployment = new Deployment(mocks, options ?? new TestOptions());
        _current.Value = deployment;
        try
        {
            var stack = await createStack().ConfigureAwait(false);
            stack.RegisterStackOutputs();
            await deployment._tasks.SettleAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            deployment.Fail(exception);
        }

        deployment.ThrowErrors();
        return deployment._monitor.GetResources();
    }

    private static TStack Construct<TStack>()
        where TStack : Stack =>
        (TStack)Activator.CreateInstance(typeof(TStack), BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static TStack Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack =>
        serviceProvider.GetService(typeof(TStack)) as TStack
        ?? throw new InvalidOperationException($"The service provider has no instance of {typeof(TStack)}.");

    private void ThrowErrors()
    {
        RunException[] errors;
        lock (_errors)
        {
            errors = [.. _errors.Select(error => new RunException(error))];
        }

        if (errors.Length > 0)
        {
            throw errors.Length == 1 ? errors[0] : new AggregateException(errors);
        }
    }
}
