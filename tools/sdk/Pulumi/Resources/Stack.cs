using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// The root of all resources of a program. Its <c>[Output]</c> properties are the stack's outputs and must be set by the end
/// of its constructor.
/// </summary>
public class Stack : ComponentResource
{
    internal const string Type = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(Type, $"{Deployment.Current.ProjectName}-{Deployment.Current.StackName}", OptionsFrom(options)) =>
        Deployment.Current.Stack = this;

    internal void RegisterStackOutputs()
    {
        var outputs = OutputMembers.Read(this);
        ThrowIfAny("have no value assigned. [Output] attributed properties must be assigned inside Stack constructor",
            outputs.Where(output => output.Value is null));
        ThrowIfAny("have incorrect type. [Output] attributed properties must be instances of Output<T>",
            outputs.Where(output => output.Value is not IOutput));
        RegisterOutputs(outputs);
    }

    private static void ThrowIfAny(string problem, IEnumerable<KeyValuePair<string, object?>> outputs)
    {
        var names = string.Join(", ", outputs.Select(output => output.Key));
        if (names.Length > 0)
        {
            throw new RunException($"Output(s) '{names}' {problem}.");
        }
    }

    private static ComponentResourceOptions OptionsFrom(StackOptions? options) =>
        new() { ResourceTransformations = options?.ResourceTransformations ?? [] };
}
