using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace Infra.Sandbox.Permissions.Recordings;

/// <summary>A parameter of a call.</summary>
/// <param name="Name">Its name, in JSON after the names of the structures around it: <c>Tags.Key</c>.</param>
/// <param name="Value">Its value.</param>
internal sealed record ApiArgument(string Name, string Value);

/// <summary>An operation of AWS with its arguments.</summary>
/// <param name="Service">The prefix of the service's actions: <c>cloudwatch</c>.</param>
/// <param name="Operations">The names of the operation, or of the actions if they have others.</param>
/// <param name="Arguments">The arguments that are texts.</param>
internal sealed partial record ApiCall(string Service, ImmutableArray<string> Operations, ImmutableArray<ApiArgument> Arguments)
{
    /// <summary>Whether the call tags what it creates.</summary>
    public bool HasTags => Arguments.Any(argument => argument.Name.Split('.')[^1] switch
    {
        "Application" => true,
        "Key" or "key" or "TagKey" => argument.Value == "Application",
        _ => false,
    });

    /// <exception cref="UnknownCallException">The facts have no route for it.</exception>
    public static ApiCall Of(RecordedRequest request)
    {
        var service = PermissionFacts.ActionPrefix(request.Service);
        if (request.Target is { } target)
        {
            return new(service, [target.Split('.')[^1]], JsonArguments(request.Body));
        }

        if (ActionField().IsMatch(request.Body))
        {
            var form = HttpUtility.ParseQueryString(request.Body);
            return new(service, [form["Action"]!], FormArguments(form));
        }

        var (actions, variables) = RestRoutes.Find(service, request.Method, request.Path) ?? throw new UnknownCallException(request);
        return new(service, actions, [.. variables, .. BodyArguments(request.Body)]);
    }

    private static ImmutableArray<ApiArgument> BodyArguments(string body) => body.StartsWith('{') ? JsonArguments(body) : [];

    private static ImmutableArray<ApiArgument> FormArguments(System.Collections.Specialized.NameValueCollection form) =>
    [
        .. form.AllKeys.OfType<string>().Select(key => new ApiArgument(
            key.Split('.').Last(part => part != "member" && part != "Member" && !part.All(char.IsDigit)), form[key]!)),
    ];

    private static ImmutableArray<ApiArgument> JsonArguments(string body)
    {
        var arguments = ImmutableArray.CreateBuilder<ApiArgument>();
        using var document = JsonDocument.Parse(body.Length == 0 ? "{}" : body);
        Collect("", document.RootElement);
        return arguments.ToImmutable();

        void Collect(string name, JsonElement value)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in value.EnumerateObject())
                    {
                        Collect(name.Length == 0 ? member.Name : $"{name}.{member.Name}", member.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray())
                    {
                        Collect(name, item);
                    }

                    break;
                case JsonValueKind.String:
                    arguments.Add(new ApiArgument(name, value.GetString()!));
                    break;
            }
        }
    }

    [GeneratedRegex("(^|&)Action=")]
    private static partial Regex ActionField();
}

/// <summary>A REST request that the facts do not know.</summary>
internal sealed class UnknownCallException(RecordedRequest request)
    : Exception($"{request.Service} has no route for {request.Method} {request.Path}; add it to Permissions/Facts/rest-routes.txt");
