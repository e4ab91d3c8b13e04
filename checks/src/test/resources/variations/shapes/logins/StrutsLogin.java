package logins;

import com.opensymphony.xwork2.ActionSupport;
import java.util.Map;
import org.apache.struts2.interceptor.SessionAware;
import org.mindrot.jbcrypt.BCrypt;

public class StrutsLogin extends ActionSupport implements SessionAware {

    private String username;
    private String password;
    private Map<String, Object> session;
    private UserDao users;

    @Override
    public String execute() {
        UserDao.User user = users.findByName(username);
        if (user == null) {
            addActionError("Unknown user name"); // BUG: AuthenticationEnumeration
            return INPUT;
        }
        if (!BCrypt.checkpw(password, user.getPasswordHash())) {
            addActionError("The password is wrong");
            return INPUT;
        }
        session.put("user", user.getName());
        return SUCCESS;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public void setSession(Map<String, Object> session) {
        this.session = session;
    }
}
