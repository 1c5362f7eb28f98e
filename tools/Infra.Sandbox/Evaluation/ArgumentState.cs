using Pulumi;
using Pulumi.Utilities;

namespace Infra.Sandbox.Evaluation;

/// <summary>Inspects an argument of any type.</summary>
internal abstract class ArgumentState
{
    /// <summary>Whether the program marked a text as secret.</summary>
    public static async ValueTask<bool> IsSecretAsync(object argument) =>
        argument is Input<string> text && await Output.IsSecretAsync(text.ToOutput());

    /// <summary>Whether an argument that the SDK did not send is unknown, as opposed to null.</summary>
    public static Task<bool> IsUnknownAsync(object argument) => For(argument.GetType())?.IsUnknownInputAsync(argument) ?? Task.FromResult(true);

    protected abstract Task<bool> IsUnknownInputAsync(object input);

    /// <summary>The resources whose outputs an argument uses.</summary>
    public abstract Task<IEnumerable<Resource>> SourcesAsync(object input);

    /// <summary>The argument's value; null if it is unknown.</summary>
    public abstract Task<object?> ValueAsync(object input);

    /// <summary>The inspector for a type of argument; null for plain values.</summary>
    public static ArgumentState? For(Type? type)
    {
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Input<>)))
        {
            type = type.BaseType;
        }

        return type is null ? null : (ArgumentState)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GenericTypeArguments))!;
    }

    private sealed class Of<T> : ArgumentState
    {
        protected override async Task<bool> IsUnknownInputAsync(object input)
        {
            var output = ((Input<T>)input).ToOutput();
            return !await OutputUtilities.GetIsKnownAsync(output) || await OutputUtilities.GetValueAsync(output) is not null;
        }

        public override async Task<IEnumerable<Resource>> SourcesAsync(object input) =>
            await OutputUtilities.GetDependenciesAsync(((Input<T>)input).ToOutput());

        public override async Task<object?> ValueAsync(object input)
        {
            var output = ((Input<T>)input).ToOutput();
            return await OutputUtilities.GetIsKnownAsync(output) ? await OutputUtilities.GetValueAsync(output) : null;
        }
    }
}
